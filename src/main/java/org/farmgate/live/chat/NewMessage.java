package org.farmgate.live.chat;

import org.farmgate.platform.InputBroken;

/// Something to be said.
///
/// @param name as a guest wishes to be called; may be empty, and is not asked of those who are signed in
public record NewMessage(ChatId id, String name, String text, boolean question) {
    public static final int LONGEST_TEXT = 200;
    public static final int LONGEST_NAME = 20;

    /// Drops what cannot be seen. Refuses by the input errors `missing` and `too-long`, by CHAT_LINK and
    /// CHAT_TELEPHONE.
    public NewMessage {
        if (text.length() > 10 * LONGEST_TEXT) throw new InputBroken("text", "too-long", LONGEST_TEXT);
        if (name.length() > 10 * LONGEST_NAME) throw new InputBroken("name", "too-long", LONGEST_NAME);
        text = ChatText.clean(text);
        name = ChatText.clean(name);
        if (text.isEmpty()) throw new InputBroken("text", "missing");
        if (ChatText.length(text) > LONGEST_TEXT) throw new InputBroken("text", "too-long", LONGEST_TEXT);
        if (ChatText.length(name) > LONGEST_NAME) throw new InputBroken("name", "too-long", LONGEST_NAME);
    }
}
