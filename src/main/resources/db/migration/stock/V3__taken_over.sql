-- What of a lot another lot took over before it came in, as a weight ticket takes a harvest's: it comes in under that other
-- lot and no more under this one. The same row counts both, so that of a receipt and a ticket at once one waits for the other.
alter table stock.lot_state add column taken_over_grams bigint not null default 0;

-- Tickets from before. Where a lot came in a second time already, what fits is counted.
insert into stock.lot_state (origin_id, lot_id, mass_grams, taken_over_grams)
select l.origin_id, l.id, l.mass_grams, least(l.mass_grams, sum(c.mass_grams))
from stock.component c
join stock.lot l on l.origin_id = c.origin_id and l.id = c.parent_id
join stock.movement m on m.origin_id = c.origin_id and m.lot_id = c.lot_id
where m.kind = 'RECEIVED' and m.cause_kind = 'ticket'
  and not exists (select 1 from stock.movement b
                  where b.origin_id = c.origin_id and b.lot_id = c.lot_id and b.cause_kind = 'ticket-cancelled')
group by l.origin_id, l.id, l.mass_grams
on conflict (origin_id, lot_id) do update
  set taken_over_grams = least(excluded.taken_over_grams, lot_state.mass_grams - lot_state.received_grams);

alter table stock.lot_state add constraint lot_state_taken_over
  check (taken_over_grams between 0 and mass_grams - received_grams);
