-- A search for one or two letters has no trigram to go by and looks through everybody. With the searched text in the
-- list's index it does so in the order of names, without the wide rows, and stops at the end of its page.
drop index party.party_by_name;
drop index party.party_by_county;
drop index party.party_by_kind;
create index party_by_name on party.party (name, id) include (kind, county, search_text) where erased_at is null;
create index party_by_county on party.party (county, name, id) include (kind, search_text) where erased_at is null;
create index party_by_kind on party.party (kind, name, id) include (county, search_text) where erased_at is null;
