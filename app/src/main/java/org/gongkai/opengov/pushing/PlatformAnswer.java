package org.gongkai.opengov.pushing;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.gongkai.platform.pages.Moments;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads what the platform says (平台答复). Nothing in it is believed that is not there in full: a
 * receipt for another message, without a number or without a moment is none.
 */
final class PlatformAnswer {
    private static final int LONGEST_NUMBER = 100;
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    private final JsonMapper json;

    PlatformAnswer(JsonMapper json) {
        this.json = json;
    }

    /** The answer to this message; failed when it is no receipt of it. */
    Delivery receipt(PushMessage message, byte[] answer) {
        var read = tree(answer);
        if (read == null || !message.idempotencyKey().equals(text(read, "idempotencyKey"))) {
            return Delivery.Failed.because("wrong-receipt", null);
        }
        return receipt(read, PushOperation.named(message.operation()).carriesContent())
                .<Delivery>map(Delivery.Received::new)
                .orElseGet(() -> Delivery.Failed.because("wrong-receipt", null));
    }

    /** A receipt that came by itself. */
    record ByItself(String key, Delivery delivery) {}

    /** A receipt in a file: of a push that it names, or the refusal of one. */
    Optional<ByItself> byItself(byte[] file) {
        var read = tree(file);
        var key = read == null ? null : text(read, "idempotencyKey");
        if (read == null || key == null) {
            return Optional.empty();
        }
        if (read.has("refused")) {
            return Optional.of(
                    new ByItself(
                            key,
                            new Delivery.Refused("refused", text(read.get("refused"), "message"))));
        }
        boolean shown = PushOperation.inKey(key).map(PushOperation::carriesContent).orElse(true);
        return receipt(read, shown).map(it -> new ByItself(key, new Delivery.Received(it)));
    }

    /** What it says of an error, if it says anything readable. */
    Optional<String> message(byte[] answer) {
        var read = tree(answer);
        return read == null ? Optional.empty() : Optional.ofNullable(text(read, "message"));
    }

    private static Optional<Receipt> receipt(JsonNode read, boolean shown) {
        var number = text(read, "receipt");
        var external = text(read, "externalIndexNumber");
        var at = moment(text(read, "receivedAt"));
        if (number == null
                || number.length() > LONGEST_NUMBER
                || at == null
                || (shown && external == null)
                || (external != null && external.length() > LONGEST_NUMBER)) {
            return Optional.empty();
        }
        return Optional.of(new Receipt(number, external, at));
    }

    private @Nullable JsonNode tree(byte[] bytes) {
        try {
            var read = json.readTree(bytes);
            return read.isObject() ? read : null;
        } catch (JacksonException garbage) {
            return null;
        }
    }

    /** A text without control characters; null when there is none. */
    private static @Nullable String text(JsonNode from, String field) {
        var found = from.get(field);
        if (found == null || !found.isString()) {
            return null;
        }
        var text = found.asString().replaceAll("\\p{Cntrl}+", " ").strip();
        return text.isEmpty() ? null : text;
    }

    private static @Nullable Instant moment(@Nullable String text) {
        try {
            var read = text == null ? null : Moments.read(text);
            return read == null || read.isBefore(EARLIEST) || read.isAfter(LATEST) ? null : read;
        } catch (DateTimeException unreadable) {
            return null;
        }
    }
}
