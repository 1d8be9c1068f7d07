package org.gongkai.platform.api;

import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** What every call passes before its controller (接口过滤), after the caller is known. */
@Configuration(proxyBeanMethods = false)
class ApiFilters {
    private static final int AFTER_SECURITY = 100;

    @Bean
    FilterRegistrationBean<BodyLimit> bodyLimit(
            @Qualifier("failureResolver") HandlerExceptionResolver failures,
            ObjectProvider<OwnBodyLimit> others) {
        var withOwnLimit =
                others.stream().map(OwnBodyLimit::path).collect(Collectors.toUnmodifiableSet());
        var registration = new FilterRegistrationBean<>(new BodyLimit(failures, withOwnLimit));
        registration.addUrlPatterns("/api/*");
        registration.setOrder(AFTER_SECURITY);
        return registration;
    }

    @Bean
    FilterRegistrationBean<IdempotencyFilter> idempotency(
            IdempotentAnswers answers,
            TransactionTemplate transaction,
            @Qualifier("failureResolver") HandlerExceptionResolver failures) {
        var registration =
                new FilterRegistrationBean<>(new IdempotencyFilter(answers, transaction, failures));
        registration.addUrlPatterns("/api/v1/*");
        registration.setOrder(AFTER_SECURITY + 1);
        return registration;
    }
}
