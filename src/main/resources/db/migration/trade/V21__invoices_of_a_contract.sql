-- The page of a contract's money lists its invoices.
create index invoice_by_contract on trade.invoice (contract_id, ordinal);
