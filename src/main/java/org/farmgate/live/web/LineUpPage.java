package org.farmgate.live.web;

import java.util.List;
import java.util.Map;
import org.farmgate.live.Participant;
import org.farmgate.live.Show;
import org.farmgate.platform.web.FormErrors;

/// What a show will sell and who takes part, for its organiser, its host and the sellers.
///
/// @param own those of the items that the reader sells
/// @param models the reader's listings that may come into the line-up, by id
/// @param invitable organisations that may be asked to take part, by id
/// @param leads whether the reader organises it
/// @param hosts whether the reader may go to the desk
/// @param standing of the reader's organisation where it is a guest
public record LineUpPage(
        Show show,
        List<ItemView> items,
        List<String> own,
        Map<String, String> models,
        List<Participant> participants,
        Map<String, String> invitable,
        boolean leads,
        boolean hosts,
        List<Participant> standing,
        LiveNames names,
        FormErrors errors) {
    /// May bring something, and has no listing that is not in it.
    public boolean isEmptyHanded() {
        return models.isEmpty() && own.isEmpty() && leads;
    }

    public boolean isOwn(ItemView item) {
        return own.contains(item.id());
    }
}
