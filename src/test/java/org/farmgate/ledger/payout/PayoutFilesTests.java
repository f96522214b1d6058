package org.farmgate.ledger.payout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.farmgate.ledger.Ledgers;
import org.farmgate.party.NumberKind;
import org.farmgate.party.Numbers;
import org.farmgate.party.Parties;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Audit;
import org.farmgate.platform.Denied;
import org.farmgate.platform.NotFound;
import org.farmgate.platform.Paging;
import org.farmgate.platform.RuleBroken;
import org.farmgate.testing.Cast;
import org.farmgate.testing.ModuleTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@ModuleTest
@Import({Cast.class, Ledgers.class})
class PayoutFilesTests {
    @Autowired
    Cast cast;

    @Autowired
    Ledgers ledgers;

    @Autowired
    Payouts payouts;

    @Autowired
    PayoutFiles files;

    @Autowired
    Numbers numbers;

    @Autowired
    Parties parties;

    @Autowired
    Audit audit;

    @Test
    void theBankGetsAFileOnlyAfterTheSecondPersonAndEveryNumberOpenedIsKept() throws Exception {
        Actor grower = ledgers.keepsBankNumber(ledgers.grower());
        parties.amend(
                grower,
                grower.organisation(),
                "Aygül & Söhne <瓜>",
                java.util.Optional.empty(),
                java.util.Optional.of(cast.county()));
        Actor second = ledgers.keepsBankNumber(ledgers.grower());
        ledgers.buy(coop(), grower.organisation(), 123_456, Ledgers.DAY);
        ledgers.buy(coop(), second.organisation(), 5, Ledgers.DAY);
        PayoutId id = PayoutId.next();
        payouts.propose(
                cast.clerk(),
                id,
                cast.county(),
                cast.manager().organisation(),
                Ledgers.DAY,
                Set.of(grower.organisation(), second.organisation()));
        assertThatThrownBy(() -> files.file(cast.manager(), id, PayoutFile.Form.CSV))
                .isInstanceOfSatisfying(
                        RuleBroken.class,
                        broken -> assertThat(broken.rule()).isEqualTo(PayoutRule.PAYOUT_NOT_RELEASED));
        payouts.release(cast.manager(), id);
        assertThatThrownBy(() -> files.file(cast.manager(), id, PayoutFile.Form.CSV))
                .as("the payer has no number yet")
                .isInstanceOfSatisfying(
                        RuleBroken.class,
                        broken -> assertThat(broken.rule()).isEqualTo(PayoutRule.HOLDER_WITHOUT_BANK_NUMBER));
        numbers.keep(cast.manager(), coop(), NumberKind.BANK, Ledgers.bankNumber(900_001));
        assertThatThrownBy(() -> files.file(cast.clerk(), id, PayoutFile.Form.CSV))
                .isInstanceOf(Denied.class);
        assertThatThrownBy(() -> files.file(cast.otherManager(), id, PayoutFile.Form.CSV))
                .isInstanceOf(NotFound.class);
        long before = openings();
        String csv =
                new String(files.file(cast.manager(), id, PayoutFile.Form.CSV).content(), StandardCharsets.UTF_8);
        assertThat(csv).contains("1234.56", "0.05", "CNY", "Aygül & Söhne <瓜>", "2026-08-03");
        PayoutFile xml = files.file(cast.manager(), id, PayoutFile.Form.PAIN_001);
        assertThat(openings() - before).as("three numbers, two files").isEqualTo(6);
        String text = new String(xml.content(), StandardCharsets.UTF_8);
        assertThat(text)
                .contains("<NbOfTxs>2</NbOfTxs>", "<CtrlSum>1234.61</CtrlSum>")
                .contains("<InstdAmt Ccy=\"CNY\">1234.56</InstdAmt>")
                .contains("Aygül &amp; Söhne &lt;瓜&gt;")
                .contains(Ledgers.bankNumber(900_001));
        Files.createDirectories(Path.of("target"));
        Files.write(Path.of("target/credit-transfer.xml"), xml.content());
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(
                        Path.of("src/test/resources/ledger/credit-transfer.xsd").toFile())
                .newValidator()
                .validate(new StreamSource(new ByteArrayInputStream(xml.content())));
        assertThat(files.file(cast.manager(), id, PayoutFile.Form.PAIN_001).content())
                .as("sent twice it is known as the same")
                .isEqualTo(xml.content());
    }

    private org.farmgate.platform.PartyId coop() {
        return cast.manager().organisation();
    }

    private long openings() {
        return List.of(audit.search(cast.admin(), new Paging(0, 200, "number.revealed")))
                .getFirst()
                .total();
    }
}
