package org.gongkai.opengov.pushing;

import java.time.Clock;
import java.time.Duration;
import org.gongkai.opengov.pushing.PushSettings.Destination;
import org.gongkai.platform.files.FileStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import tools.jackson.databind.json.JsonMapper;

/** Which way leads to the city's platform (推送方式选择). */
@Configuration(proxyBeanMethods = false)
class PushConfiguration {

    @Bean
    PushSettings pushSettings(Environment environment) {
        return PushSettings.read(environment::getProperty);
    }

    @Bean
    CityPlatform cityPlatform(
            PushSettings settings, FileStore files, JsonMapper json, Clock clock) {
        return switch (settings.destination()) {
            case Destination.Http http -> new HttpPlatform(http, json, clock);
            case Destination.Folder folder -> new FileDrop(folder, files, json);
            case Destination.None none -> new NoPlatform();
        };
    }

    /** Where nothing is pushed. */
    private static final class NoPlatform implements CityPlatform {
        @Override
        public Delivery deliver(PushMessage message) {
            return Delivery.Failed.because("off", null);
        }

        @Override
        public Duration longest() {
            return Duration.ofMinutes(1);
        }
    }
}
