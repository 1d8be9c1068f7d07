package org.gongkai.platform.api;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.gongkai.platform.pages.Moments;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/** Moments in JSON (时刻): {@code 2026-11-23T09:00:00+08:00} out, any offset in. */
@Configuration(proxyBeanMethods = false)
class JsonMoments {

    @Bean
    JacksonModule moments() {
        return new SimpleModule("moments")
                .addSerializer(Instant.class, new Out())
                .addDeserializer(Instant.class, new In());
    }

    private static final class Out extends StdSerializer<Instant> {
        Out() {
            super(Instant.class);
        }

        @Override
        public void serialize(Instant moment, JsonGenerator json, SerializationContext context) {
            json.writeString(Moments.written(moment));
        }
    }

    private static final class In extends StdDeserializer<Instant> {
        In() {
            super(Instant.class);
        }

        @Override
        public @Nullable Instant deserialize(JsonParser json, DeserializationContext context) {
            String text = json.getString();
            try {
                return Moments.read(text);
            } catch (DateTimeParseException e) {
                return (Instant)
                        context.handleWeirdStringValue(
                                Instant.class, text, "A moment has an offset");
            }
        }
    }
}
