package org.gongkai.platform.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.gongkai.platform.api.IdempotentAnswers.Answer;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.refusals.RefusalKind;
import org.springframework.http.HttpHeaders;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * A creation asked for twice happens once (幂等): the desk's work and the kept answer are one
 * transaction, so that either both are there or neither, whenever the machine stops.
 */
final class IdempotencyFilter extends OncePerRequestFilter {
    private final IdempotentAnswers answers;
    private final TransactionTemplate transaction;
    private final HandlerExceptionResolver failures;

    IdempotencyFilter(
            IdempotentAnswers answers,
            TransactionTemplate transaction,
            HandlerExceptionResolver failures) {
        this.answers = answers;
        this.transaction = transaction;
        this.failures = failures;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("POST")
                || request.getHeader(IdempotencyKey.HEADER) == null
                || request.getUserPrincipal() == null;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var kept = new ContentCachingResponseWrapper(response);
        try {
            var key = IdempotencyKey.of(request.getUserPrincipal().getName(), request);
            transaction.executeWithoutResult(
                    status -> {
                        if (!answers.take(key)) {
                            repeat(key, kept);
                        } else if (!answerFirst(key, request, kept, chain)) {
                            status.setRollbackOnly();
                        }
                    });
        } catch (RuntimeException thrown) {
            failures.resolveException(request, kept, null, thrown);
        }
        kept.copyBodyToResponse();
    }

    /** False when nothing was created and so nothing is kept. */
    private boolean answerFirst(
            IdempotencyKey key,
            HttpServletRequest request,
            ContentCachingResponseWrapper response,
            FilterChain chain) {
        try {
            chain.doFilter(request, response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ServletException e) {
            throw new IllegalStateException(e);
        }
        if (response.getStatus() >= 300) {
            return false;
        }
        answers.keep(
                key,
                new Answer(
                        key.fingerprint(),
                        response.getStatus(),
                        response.getContentType(),
                        response.getHeader(HttpHeaders.LOCATION),
                        response.getHeader(HttpHeaders.ETAG),
                        response.getContentAsByteArray()));
        return true;
    }

    private void repeat(IdempotencyKey key, ContentCachingResponseWrapper response) {
        var first = answers.find(key).orElseThrow();
        if (!first.fingerprint().equals(key.fingerprint())) {
            throw Refusal.of(RefusalKind.KEY_USED_OTHERWISE, "api.idempotency.other-body");
        }
        response.setStatus(first.status());
        response.setHeader("Idempotency-Replayed", "true");
        if (first.contentType() != null) {
            response.setContentType(first.contentType());
        }
        if (first.location() != null) {
            response.setHeader(HttpHeaders.LOCATION, first.location());
        }
        if (first.etag() != null) {
            response.setHeader(HttpHeaders.ETAG, first.etag());
        }
        try {
            response.getOutputStream().write(first.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
