package org.farmgate.live.chat;

import java.util.List;
import java.util.Map;
import org.farmgate.live.ViewerId;
import org.farmgate.party.PersonalData;
import org.farmgate.platform.PartyId;
import org.springframework.stereotype.Component;

/// What somebody said while signed in. Forgotten, it is a nameless guest's.
@Component
class ChatPersonalData implements PersonalData {
    private final ChatStore store;

    ChatPersonalData(ChatStore store) {
        this.store = store;
    }

    @Override
    public String part() {
        return "chat";
    }

    @Override
    public Map<String, Object> export(PartyId person) {
        List<Map<String, String>> messages = store.ofPerson(person).stream()
                .map(one -> Map.of(
                        "show", one.show().toString(),
                        "at", one.writtenAt().toString(),
                        "name", one.name(),
                        "text", one.text()))
                .toList();
        return Map.of("messages", messages);
    }

    @Override
    public void erase(PartyId person) {
        store.forget(person, ViewerId.next());
    }
}
