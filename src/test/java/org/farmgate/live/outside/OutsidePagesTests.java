package org.farmgate.live.outside;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.farmgate.shop.Listing;
import org.farmgate.shop.Stall;
import org.farmgate.testing.Cast;
import org.farmgate.testing.WholeAppTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// A cooperative registers another platform by the pages alone.
@WholeAppTest
@Import({Stall.class, OutsideStand.class})
class OutsidePagesTests {
    private static final Pattern SECRET = Pattern.compile("id=\"secret\">([0-9a-f]{64})<");

    @Autowired
    Cast cast;

    @Autowired
    Stall stall;

    @Autowired
    OutsideStand stand;

    @Autowired
    OutsideOrders outside;

    @Autowired
    OutsideChannels channels;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvcTester mvc;

    private MvcTestResult get(String path, String language) {
        return mvc.get()
                .uri(path)
                .header("Accept-Language", language)
                .with(cast.signedInAs(cast.manager()))
                .exchange();
    }

    private MvcTestResult post(String path, String... fields) {
        var request = mvc.post().uri(path).header("Accept-Language", "en").with(cast.signedInAs(cast.manager()));
        for (int i = 0; i < fields.length; i += 2) request.param(fields[i], fields[i + 1]);
        return request.exchange();
    }

    private static String secretOf(MvcTestResult result) throws Exception {
        Matcher found = SECRET.matcher(result.getResponse().getContentAsString());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    @Test
    void aChannelIsMadeGivenCodesWatchedAndClosed() throws Exception {
        OutsideChannelId id = OutsideChannelId.next();
        String name = OutsideStand.fresh("Pages Live");
        String path = "/outside-channels/" + id;
        assertThat(post("/outside-channels", "id", id.toString(), "name", "")).hasStatus(422);
        MvcTestResult made = post("/outside-channels", "id", id.toString(), "name", name);
        assertThat(made).hasStatusOk();
        String secret = secretOf(made);
        assertThat(get(path, "en")).bodyText().doesNotContain(secret);
        assertThat(jdbc.sql("select encode(secret, 'escape') from live.outside_channel where id = :id")
                        .param("id", id.value())
                        .query(String.class)
                        .single())
                .as("sealed")
                .doesNotContain(secret);
        assertThat(post("/outside-channels", "id", id.toString(), "name", name))
                .as("pressed twice")
                .hasStatus(303);
        assertThat(secretOf(post(path + "/secret"))).isNotEqualTo(secret);

        Listing melons = stall.open(3, java.util.Optional.empty());
        assertThat(post(path + "/codes", "code", "MELON", "listing", melons.id().toString(), "packs", "0"))
                .hasStatus(422);
        assertThat(post(path + "/codes", "code", "MELON", "listing", melons.id().toString(), "packs", "2"))
                .hasStatus(303);
        OutsideChannel channel = channels.get(cast.manager(), id);
        outside.take(
                channel,
                List.of(OutsideStand.order("P-1", "MELON", 1), OutsideStand.order("P-2", "MELON", 5)),
                OutsideSource.WEBHOOK);
        assertThat(get(path, "en"))
                .bodyText()
                .contains("P-1", "P-2", "Only so many packs are left: 1", "¥118.00", "¥65.00", "¥53.00 less there")
                .contains("POST /api/v1/outside/" + id + "/orders", "Box of melons");
        assertThat(get(path + "?state=TAKEN", "en")).bodyText().contains("P-1").doesNotContain(">P-2<");
        String order = outside.search(
                        channel, java.util.Optional.of(OutsideState.TAKEN), org.farmgate.platform.Paging.first())
                .rows()
                .getFirst()
                .orders()
                .getFirst()
                .toString();
        for (String language : List.of("en", "zh-CN", "ug"))
            for (String page : List.of(
                    "/outside-channels", path, path + "?state=REFUSED", "/imports/outside-orders", "/orders/" + order))
                assertThat(get(page, language)).as(page + " " + language).hasStatusOk();
        assertThat(get(path, "ug")).bodyText().contains("dir=\"rtl\"");
        assertThat(get("/orders/" + order, "en")).bodyText().contains("Another platform", "Paid on the other platform");

        assertThat(post(path + "/codes/removal", "code", "MELON")).hasStatus(303);
        assertThat(channels.codes(channel)).isEmpty();
        assertThat(post(path + "/state", "state", "CLOSED")).hasStatus(303);
        assertThat(get(path, "en")).bodyText().contains("Take orders again");
        assertThat(channels.get(cast.manager(), id).isOpen()).isFalse();
    }

    @Test
    void anothersChannelIsNotThere() {
        String path = stand.channel().channel().path();
        for (String deed : List.of("/secret", "/state", "/codes", "/codes/removal"))
            assertThat(mvc.post().uri(path + deed).with(cast.signedInAs(cast.otherManager())))
                    .as(deed)
                    .hasStatus(404);
        assertThat(mvc.get().uri(path).with(cast.signedInAs(cast.otherManager())))
                .hasStatus(404);
        assertThat(mvc.get().uri("/outside-channels").with(cast.signedInAs(cast.otherManager())))
                .bodyText()
                .doesNotContain(path);
    }
}
