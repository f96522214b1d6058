package org.farmgate.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Paging;
import org.farmgate.platform.imports.ImportResult;
import org.farmgate.platform.imports.ImportState;
import org.farmgate.platform.imports.ImportedFile;
import org.farmgate.platform.imports.Imports;
import org.farmgate.testing.Cast;
import org.farmgate.testing.ModuleTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Growers come by file, without consent, whole or not at all.
@ModuleTest
@Import(Cast.class)
class GrowerFileTests {
    private static final String HEADINGS = "code,name,region_code,division_code,telephone\n";

    @Autowired
    Cast cast;

    @Autowired
    Imports imports;

    @Autowired
    Parties parties;

    @Autowired
    Consents consents;

    @Autowired
    JdbcClient jdbc;

    private ImportedFile taken(Actor actor, String rows) {
        ImportedFile started = imports.start(
                        actor,
                        "growers",
                        "growers.csv",
                        new ByteArrayInputStream((HEADINGS + rows).getBytes(StandardCharsets.UTF_8)))
                .file();
        return await().atMost(Duration.ofSeconds(60))
                .until(() -> imports.get(actor, started.id()), now -> now.state() != ImportState.WAITING);
    }

    private List<String> faults(Actor actor, ImportedFile file) {
        return imports.faults(actor, file.id(), Paging.first()).rows().stream()
                .map(fault -> fault.line() + " " + fault.column() + " " + fault.messageKey())
                .toList();
    }

    private long count() {
        return jdbc.sql("select count(*) from party.party").query(Long.class).single();
    }

    @Test
    void growersComeInAreCorrectedAndTheSameFileChangesNothing() {
        String rows = "TF-1,阿依古丽,990101,,139 0000 0001\n,ئايگۈل,990101,,\n,Tursun,990101,,139 0000 0002\n";
        assertThat(taken(cast.manager(), rows).result()).isEqualTo(new ImportResult(3, 0, 0));
        Map<String, Party> known = parties.byCode(List.of("TF-1"));
        Party first = known.get("TF-1");
        assertThat(first.kind()).isEqualTo(PartyKind.GROWER);
        assertThat(first.county()).contains(cast.county());
        assertThat(consents.of(first.id())).as("a file gives no consent").isEmpty();
        long before = count();
        assertThat(taken(cast.manager(), rows + "\n").result()).isEqualTo(new ImportResult(0, 0, 3));
        assertThat(taken(cast.manager(), rows.replace("阿依古丽", "阿依古丽·买买提").replace("0001", "0009"))
                        .result())
                .isEqualTo(new ImportResult(0, 1, 2));
        assertThat(count()).isEqualTo(before);
        assertThat(parties.get(first.id()).name()).isEqualTo("阿依古丽·买买提");
        assertThat(parties.get(first.id()).telephone()).contains("139 0000 0009");
        assertThat(parties.search(cast.manager(), new Paging(0, 50, "ئايگۈل"), Optional.of(PartyKind.GROWER))
                        .total())
                .as("a cooperative's growers are its members")
                .isEqualTo(1);
    }

    @Test
    void everyBadRowIsNamedAndNothingIsStored() {
        long before = count();
        ImportedFile unreadable =
                taken(cast.officer(), "x!,A,990101,,\n,,990101,,\n,B,990101,,call me\n,C,990101,,139 0000 0000\n");
        assertThat(unreadable.state()).isEqualTo(ImportState.REFUSED);
        assertThat(faults(cast.officer(), unreadable))
                .containsExactly(
                        "2 code input.not-a-code", "3 name input.missing", "4 telephone input.not-a-telephone");
        String buyer = parties.get(cast.buyer().organisation()).code();
        ImportedFile wrong = taken(
                cast.officer(),
                ",A,nowhere,,\n,B,990102,,\n" + buyer
                        + ",C,990101,,\n,D,990101,no-division,\n,E,990101,,\n,E,990101,,\n");
        assertThat(faults(cast.officer(), wrong))
                .containsExactlyInAnyOrder(
                        "2 region_code input.no-such-region",
                        "3 region_code rule.OUTSIDE_YOUR_REGION",
                        "4 code rule.PARTY_CODE_TAKEN",
                        "5 division_code input.no-such-choice",
                        "7 name input.same-as-line");
        assertThat(count()).isEqualTo(before);
    }

    @Test
    void aFileDoesNotReachAnotherCooperativesGrowers() {
        String code = parties.get(cast.faraway().organisation()).code();
        ImportedFile file = taken(cast.manager(), code + ",Mine now,990101,,\n");
        assertThat(faults(cast.manager(), file)).containsExactly("2 code rule.PARTY_CODE_TAKEN");
        assertThat(parties.get(cast.faraway().organisation()).name()).isEqualTo("Hasan Tohti");
    }
}
