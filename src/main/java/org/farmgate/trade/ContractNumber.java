package org.farmgate.trade;

/// What people call a contract: eight letters and digits made of its id, without those that are mistaken for one
/// another on the phone. It is for people; the id is what counts.
final class ContractNumber {
    private static final String SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private ContractNumber() {}

    static String of(ContractId id) {
        long bits = id.value().getLeastSignificantBits();
        var number = new StringBuilder("FG-");
        for (int sign = 0; sign < 8; sign++) {
            if (sign == 4) number.append('-');
            number.append(SIGNS.charAt((int) (bits >>> (35 - 5 * sign) & 31)));
        }
        return number.toString();
    }
}
