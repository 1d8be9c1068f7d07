package org.gongkai.platform.accounts.web;

import java.util.List;
import java.util.Optional;
import org.gongkai.platform.accounts.People;
import org.gongkai.platform.accounts.Session;
import org.gongkai.platform.pages.SignedIn;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.refusals.RefusalKind;
import org.gongkai.platform.roles.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Who acts (当前经办人): controllers of desk and API take an {@link Actor} as a plain argument, built
 * once for each request from what is entrusted to the person today. {@link Session} is given
 * likewise.
 */
@Component
class CurrentActor implements SignedIn, HandlerMethodArgumentResolver, WebMvcConfigurer {
    private static final String KEPT = CurrentActor.class.getName();

    private final People people;

    CurrentActor(People people) {
        this.people = people;
    }

    @Override
    public Optional<Actor> actor() {
        var request = RequestContextHolder.getRequestAttributes();
        if (request == null) {
            return Optional.empty();
        }
        if (request.getAttribute(KEPT, RequestAttributes.SCOPE_REQUEST) instanceof Actor kept) {
            return Optional.of(kept);
        }
        var actor = SessionAuthentication.current().flatMap(it -> people.actor(it.person()));
        actor.ifPresent(it -> request.setAttribute(KEPT, it, RequestAttributes.SCOPE_REQUEST));
        return actor;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Actor.class
                || parameter.getParameterType() == Session.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        Optional<?> found =
                parameter.getParameterType() == Actor.class
                        ? actor()
                        : SessionAuthentication.current();
        return found.orElseThrow(
                () -> Refusal.of(RefusalKind.NOT_SIGNED_IN, "refusals.not-signed-in"));
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }
}
