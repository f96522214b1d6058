package org.farmgate.live.outside;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.awaitility.Awaitility;
import org.farmgate.platform.Paging;
import org.farmgate.platform.imports.Fault;
import org.farmgate.platform.imports.ImportState;
import org.farmgate.platform.imports.ImportedFile;
import org.farmgate.platform.imports.Imports;
import org.farmgate.shop.Listing;
import org.farmgate.shop.Stall;
import org.farmgate.testing.Cast;
import org.farmgate.testing.WholeAppTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// A day's orders by file.
@WholeAppTest
@Import({Stall.class, OutsideStand.class})
class OutsideFileTests {
    private static final String HEAD =
            "channel,order_number,name,telephone,address,region_code,item_code,quantity,paid_yuan,ordered_on\n";

    @Autowired
    Cast cast;

    @Autowired
    OutsideStand stand;

    @Autowired
    OutsideChannels channels;

    @Autowired
    OutsideOrders outside;

    @Autowired
    Imports imports;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Clock clock;

    private String row(OutsideChannel channel, String number, String code, int quantity) {
        return "%s,%s,Gao Yu,13800000001,12 Garden Street,990101,%s,%d,65.00,%s\n"
                .formatted(channel.name(), number, code, quantity, LocalDate.now(clock));
    }

    private ImportedFile brought(String csv) {
        var started = imports.start(
                cast.manager(),
                "outside-orders",
                "a.csv",
                new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)));
        Awaitility.await()
                .atMost(Duration.ofSeconds(90))
                .until(() -> imports.get(cast.manager(), started.file().id()).state() != ImportState.WAITING);
        return imports.get(cast.manager(), started.file().id());
    }

    private List<Fault> faults(ImportedFile file) {
        return imports.faults(cast.manager(), file.id(), Paging.first()).rows();
    }

    @Test
    void aFileIsTakenAndWhatIsSoldOutIsToldRowByRow() {
        OutsideChannel channel = stand.channel().channel();
        Listing melons = stand.melons(channel, 6);
        channels.map(cast.manager(), channel.id(), new OutsideCode("TWO", melons.id(), 2));
        String good = row(channel, "F-1", "MELON", 1) + row(channel, "F-2", "MELON", 2) + row(channel, "F-1", "TWO", 1);
        ImportedFile first = brought(HEAD + good + row(channel, "F-3", "MELON", 5));
        assertThat(first.state()).isEqualTo(ImportState.DONE);
        assertThat(first.result().added()).isEqualTo(3);
        assertThat(faults(first)).singleElement().satisfies(fault -> {
            assertThat(fault.line()).isEqualTo(5);
            assertThat(fault.messageKey()).isEqualTo("rule.NOT_ENOUGH_LEFT");
        });
        assertThat(stand.left(melons)).isEqualTo(1);
        for (String language : List.of("en", "zh-CN", "ug"))
            assertThat(mvc.get()
                            .uri(first.path())
                            .header("Accept-Language", language)
                            .with(cast.signedInAs(cast.manager())))
                    .hasStatusOk();
        // The day's next file holds the same orders and one more; and one of them came by webhook too.
        assertThat(outside.take(channel, List.of(OutsideStand.order("F-4", "MELON", 1)), OutsideSource.WEBHOOK)
                        .getFirst())
                .isInstanceOf(OutsideAnswer.Taken.class);
        ImportedFile second = brought(HEAD
                + good
                + row(channel, "F-3", "MELON", 5)
                + row(channel, "F-4", "MELON", 1)
                + row(channel, "F-5", "MELON", 1));
        assertThat(second.result().added()).isZero();
        assertThat(second.result().unchanged()).isEqualTo(4);
        assertThat(second.faults()).isEqualTo(2);
        assertThat(stand.left(melons)).isZero();
    }

    @Test
    void aFileThatIsWrongTakesNothingAndNamesEveryPlace() {
        OutsideChannel channel = stand.channel().channel();
        OutsideChannel closed = stand.channel().channel();
        channels.turn(cast.manager(), closed.id(), OutsideChannel.State.CLOSED);
        Listing melons = stand.melons(channel, 5);
        ImportedFile unread = brought(HEAD
                + row(channel, "G-1", "MELON", 1)
                + row(channel, "G-2", "MELON", 0)
                + row(channel, "G-3", "MELON", 1).replace("13800000001", "call me")
                + row(channel, "G-4", "MELON", 1).replace("65.00", "much"));
        assertThat(unread.state()).isEqualTo(ImportState.REFUSED);
        assertThat(faults(unread))
                .extracting(fault -> fault.line() + " " + fault.column())
                .containsExactly("3 quantity", "4 telephone", "5 paid_yuan");
        ImportedFile wrong = brought(HEAD
                + row(channel, "G-1", "MELON", 1)
                + row(channel, "G-1", "MELON", 1)
                + row(channel, "G-2", "MELON", 1)
                + row(channel, "G-2", "PEAR", 1).replace("Gao Yu", "Gao Fei")
                + row(channel, "G-3", "PEAR", 1)
                + row(channel, "G-4", "MELON", 1).replace(channel.name(), "Nowhere")
                + row(channel, "G-5", "MELON", 1).replace("990101", "880000")
                + row(channel, "G-6", "MELON", 1).replace(LocalDate.now(clock).toString(), "2020-01-01")
                + row(closed, "G-7", "MELON", 1));
        assertThat(wrong.state()).isEqualTo(ImportState.REFUSED);
        assertThat(faults(wrong))
                .extracting(fault -> fault.line() + " " + fault.column())
                .containsExactlyInAnyOrder(
                        "3 item_code",
                        "5 order_number",
                        "6 item_code",
                        "7 channel",
                        "8 region_code",
                        "9 ordered_on",
                        "10 channel");
        assertThat(stand.left(melons)).isEqualTo(5);
        assertThat(outside.counts(channel)).isEmpty();
    }
}
