package org.gongkai.platform.operations;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/**
 * What happens by itself at its hour (定时任务), in the running program alone: not while a command
 * reads or writes beside it, and not in tests, which say themselves when the hour has come.
 */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@ConditionalOnBooleanProperty("gongkai.timetable")
class Timetable {
    /** So many at once: a long import keeps no publication waiting. */
    private static final int AT_ONCE = 6;

    private static final int LONGEST_END_SECONDS = 20;

    @Bean
    ThreadPoolTaskScheduler taskScheduler() {
        var scheduler = new ThreadPoolTaskScheduler();
        scheduler.setPoolSize(AT_ONCE);
        scheduler.setThreadNamePrefix("timetable-");
        scheduler.setWaitForTasksToCompleteOnShutdown(true);
        scheduler.setAwaitTerminationSeconds(LONGEST_END_SECONDS);
        return scheduler;
    }
}
