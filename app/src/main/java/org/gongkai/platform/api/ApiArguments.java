package org.gongkai.platform.api;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Lets controllers take {@link Paging} and {@link IfMatch} as plain arguments (参数解析). */
@Configuration(proxyBeanMethods = false)
class ApiArguments implements WebMvcConfigurer {

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(
                new Resolver<>(
                        Paging.class,
                        it -> Paging.read(it.getParameter("after"), it.getParameter("limit"))));
        resolvers.add(
                new Resolver<>(
                        IfMatch.class, it -> new IfMatch(it.getHeader(HttpHeaders.IF_MATCH))));
    }

    private static final class Resolver<T> implements HandlerMethodArgumentResolver {
        private final Class<T> type;
        private final Function<NativeWebRequest, T> read;

        Resolver(Class<T> type, Function<NativeWebRequest, T> read) {
            this.type = type;
            this.read = read;
        }

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == type;
        }

        @Override
        public Object resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binders) {
            return read.apply(request);
        }
    }
}
