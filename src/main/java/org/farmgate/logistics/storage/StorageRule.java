package org.farmgate.logistics.storage;

import org.farmgate.platform.Rule;

/// What a warehouse refuses.
public enum StorageRule implements Rule {
    /// An id names one thing; with other content it is a mistake.
    STORAGE_ID_TAKEN,
    /// Two bins of one code could not be told apart.
    BIN_CODE_TAKEN,
    /// A bin holds no more than its capacity, and none is made smaller than what lies in it.
    BIN_TOO_FULL,
    /// What is not in a bin cannot be taken from it.
    BIN_HAS_LESS,
    /// Nothing is put into a closed bin, and none is closed with goods in it.
    BIN_CLOSED,
    BIN_NOT_EMPTY,
    /// Everything comes in at the dock, so it stays as it is.
    DOCK_STAYS,
    /// A bin is in one warehouse.
    BIN_ELSEWHERE,
    /// What needs cold lies in the cold.
    GOODS_NEED_COLD,
    /// The tariff says what a warehouse can hold.
    WAREHOUSE_FULL,
    /// What is received or cancelled is done.
    ARRIVAL_CLOSED,
    /// A line that somebody has looked at stays as it was written.
    ARRIVAL_LINE_RECEIVED,
    /// Every announced line is looked at before an arrival is closed: a missing one as nothing.
    ARRIVAL_LINES_OPEN,
    /// What differs from what was announced has a reason.
    DIFFERENCE_WITHOUT_REASON,
    /// What did not differ has none.
    REASON_WITHOUT_DIFFERENCE,
    /// What arrives had set out.
    MORE_THAN_SENT,
    /// A lot that its sender did not send cannot have come by it.
    ARRIVAL_OF_OTHER_GOODS,
    /// An arrival that somebody sent ends by coming in or by its consignment.
    ARRIVAL_UNDER_WAY,
    /// A lot stands once in an arrival.
    LOT_TWICE,
    /// Storage is billed when the week is over: until then more may come.
    WEEK_NOT_OVER,
    /// As many weeks at once as one can look through.
    TOO_MANY_WEEKS,
    /// Goods go from one warehouse to another.
    TRANSFER_TO_ITSELF,
    /// A store gets a product from an owner by one line.
    STORE_LINE_TAKEN,
    /// Goods go to places that sell.
    NOT_A_STORE,
    /// The proposal has been released or thrown away.
    PROPOSAL_CLOSED,
    /// Nothing was left to send.
    NOTHING_TO_SEND,
    /// A proposal is about stores that get goods from the warehouse.
    NO_STORE_LINES;

    @Override
    public int status() {
        return switch (this) {
            case STORAGE_ID_TAKEN,
                    BIN_CODE_TAKEN,
                    BIN_TOO_FULL,
                    BIN_HAS_LESS,
                    BIN_CLOSED,
                    BIN_NOT_EMPTY,
                    WAREHOUSE_FULL,
                    ARRIVAL_CLOSED,
                    ARRIVAL_LINE_RECEIVED,
                    ARRIVAL_LINES_OPEN,
                    ARRIVAL_UNDER_WAY,
                    STORE_LINE_TAKEN,
                    PROPOSAL_CLOSED,
                    NOTHING_TO_SEND,
                    NO_STORE_LINES -> 409;
            case DOCK_STAYS,
                    BIN_ELSEWHERE,
                    GOODS_NEED_COLD,
                    DIFFERENCE_WITHOUT_REASON,
                    REASON_WITHOUT_DIFFERENCE,
                    MORE_THAN_SENT,
                    ARRIVAL_OF_OTHER_GOODS,
                    LOT_TWICE,
                    WEEK_NOT_OVER,
                    TOO_MANY_WEEKS,
                    TRANSFER_TO_ITSELF,
                    NOT_A_STORE -> 422;
        };
    }
}
