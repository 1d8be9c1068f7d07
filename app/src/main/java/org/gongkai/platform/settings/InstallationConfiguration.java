package org.gongkai.platform.settings;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** The installation's settings, clock and secrets, for every module to ask for (运行环境). */
@Configuration(proxyBeanMethods = false)
class InstallationConfiguration {
    /** The only time zone of the law's days. */
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    @Bean
    Settings settings(Environment environment) {
        return SettingsReader.read(environment::getProperty);
    }

    @Bean
    Secrets secrets(Settings settings) {
        return new Secrets(settings.secretsFolder());
    }

    @Bean
    @ConditionalOnMissingBean(Clock.class)
    Clock clock(Settings settings) {
        Clock wall = Clock.system(ZONE);
        return settings.clockStart()
                .map(start -> Clock.offset(wall, Duration.between(wall.instant(), start)))
                .orElse(wall);
    }
}
