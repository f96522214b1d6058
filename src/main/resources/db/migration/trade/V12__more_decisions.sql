-- A whole supply or demand may be locked too, and a way be closed: its ends stand in supply_key and demand_key.
alter table trade.plan_decision drop constraint plan_decision_kind_check;
alter table trade.plan_decision drop constraint plan_decision_check;
alter table trade.plan_decision add constraint plan_decision_kind check (kind in ('SHIP_PAIR', 'SHIP_SUPPLY', 'SHIP_DEMAND',
  'FORBID_PAIR', 'FORBID_SUPPLY', 'FORBID_DEMAND', 'FORBID_LANE'));
alter table trade.plan_decision add constraint plan_decision_mass
  check ((kind in ('SHIP_PAIR', 'SHIP_SUPPLY', 'SHIP_DEMAND')) = (grams > 0));
