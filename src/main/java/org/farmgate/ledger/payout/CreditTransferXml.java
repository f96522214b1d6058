package org.farmgate.ledger.payout;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.farmgate.ledger.payout.PayoutFiles.Order;
import org.farmgate.ledger.payout.PayoutFiles.Payment;

/// ISO 20022 CustomerCreditTransferInitiationV09 (pain.001.001.09): one group of payments in yuan on one day.
/// Accounts are given by their number (`Othr`), as China has no IBAN; the bank itself is not named, it knows
/// its own file.
final class CreditTransferXml {
    static final String NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09";
    private static final int LONGEST_NAME = 140;

    private final Order order;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final XMLStreamWriter xml;

    CreditTransferXml(Order order) {
        this.order = order;
        try {
            this.xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// Unique within the file and the payer, at most 35 characters: the payout and the line in three
    /// hexadecimal digits.
    static String endToEnd(Order order, PayoutLine line) {
        return order.reference() + "%03x".formatted(line.number());
    }

    byte[] write() {
        try {
            xml.writeStartDocument("UTF-8", "1.0");
            open("Document");
            xml.writeDefaultNamespace(NAMESPACE);
            open("CstmrCdtTrfInitn");
            header();
            payments();
            close(2);
            xml.writeEndDocument();
            xml.flush();
            return bytes.toByteArray();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void header() throws XMLStreamException {
        open("GrpHdr");
        text("MsgId", order.message());
        text(
                "CreDtTm",
                order.payout()
                        .endedAt()
                        .orElse(Instant.EPOCH)
                        .truncatedTo(ChronoUnit.SECONDS)
                        .toString());
        counted();
        open("InitgPty");
        text("Nm", name(order.payer().name()));
        close(2);
    }

    private void payments() throws XMLStreamException {
        open("PmtInf");
        text("PmtInfId", order.message());
        text("PmtMtd", "TRF");
        text("BtchBookg", "true");
        counted();
        open("ReqdExctnDt");
        text("Dt", order.payout().payOn().toString());
        close(1);
        open("Dbtr");
        text("Nm", name(order.payer().name()));
        close(1);
        account("DbtrAcct", order.payerNumber());
        open("DbtrAgt", "FinInstnId", "Othr");
        text("Id", "NOTPROVIDED");
        close(3);
        for (Payment payment : order.payments()) payment(payment);
        close(1);
    }

    private void payment(Payment payment) throws XMLStreamException {
        open("CdtTrfTxInf", "PmtId");
        text("EndToEndId", endToEnd(order, payment.line()));
        close(1);
        open("Amt", "InstdAmt");
        xml.writeAttribute("Ccy", "CNY");
        xml.writeCharacters(payment.line().amount().inYuan().toPlainString());
        close(2);
        open("Cdtr");
        text("Nm", name(payment.payee().name()));
        close(1);
        account("CdtrAcct", payment.number());
        open("RmtInf");
        text("Ustrd", payment.payee().code());
        close(2);
    }

    private void counted() throws XMLStreamException {
        text("NbOfTxs", String.valueOf(order.payments().size()));
        text("CtrlSum", order.sum().inYuan().toPlainString());
    }

    private void account(String element, String number) throws XMLStreamException {
        open(element, "Id", "Othr");
        text("Id", number);
        close(3);
    }

    private void text(String element, String text) throws XMLStreamException {
        xml.writeStartElement(element);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }

    private void open(String... elements) throws XMLStreamException {
        for (String element : elements) xml.writeStartElement(element);
    }

    private void close(int elements) throws XMLStreamException {
        for (int i = 0; i < elements; i++) xml.writeEndElement();
    }

    /// Characters that XML cannot hold are left out; half a character is never written.
    private static String name(String text) {
        StringBuilder name = new StringBuilder();
        text.codePoints()
                .filter(point -> !Character.isISOControl(point) && point != 0xfffe && point != 0xffff)
                .limit(LONGEST_NAME)
                .forEach(name::appendCodePoint);
        return name.toString();
    }
}
