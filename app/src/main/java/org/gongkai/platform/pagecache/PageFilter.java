package org.gongkai.platform.pagecache;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.gongkai.platform.pagecache.Rendering.Outcome;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Makes the pages that are not in memory (缺页渲染), each once however many ask for it, and answers
 * those whose address was written in another way than the kept one. Behind the security headers,
 * which become part of the page, and before everything else.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class PageFilter extends OncePerRequestFilter {
    /** A page that changes faster than it can be made is not waited for any longer. */
    private static final int ATTEMPTS = 3;

    /** Of the transport or made anew for each answer. */
    private static final Set<String> NOT_OF_THE_PAGE =
            Set.of(
                    "content-length",
                    "content-encoding",
                    "date",
                    "connection",
                    "keep-alive",
                    "transfer-encoding",
                    "strict-transport-security",
                    "content-language",
                    "vary",
                    "etag");

    private final KeptPages pages;
    private final KeptAddresses addresses;
    private final PageMemory memory;

    PageFilter(KeptPages pages, KeptAddresses addresses, PageMemory memory) {
        this.pages = pages;
        this.addresses = addresses;
        this.memory = memory;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var address = addressOf(request);
        if (address == null) {
            chain.doFilter(request, response);
            return;
        }
        for (var attempt = 0; attempt < ATTEMPTS; attempt++) {
            var kept = pages.find(address);
            if (kept != null) {
                answer(kept, request, response);
                return;
            }
            var turn = pages.begin(address);
            if (turn.leads()) {
                lead(turn.rendering(), request, response, chain);
                return;
            }
            var outcome = turn.rendering().await();
            var page = turn.rendering().page();
            if (page != null) {
                answer(page, request, response);
                return;
            }
            if (outcome == Outcome.NOT_KEPT) {
                break;
            }
        }
        chain.doFilter(new PlainRequest(request, address), response);
    }

    private @Nullable String addressOf(HttpServletRequest request) {
        var method = request.getMethod();
        return memory.bytes() == 0
                        || !method.equals("GET") && !method.equals("HEAD")
                        || request.getHeader(HttpHeaders.AUTHORIZATION) != null
                ? null
                : addresses
                        .canonical(request.getRequestURI(), request.getQueryString())
                        .orElse(null);
    }

    private void lead(
            Rendering rendering,
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain)
            throws ServletException, IOException {
        PageBytes made = null;
        var buffer = new Answer(response);
        try {
            render(rendering, new PlainRequest(request, rendering.address()), buffer, chain);
            if (buffer.isWhole() && !response.isCommitted()) {
                made =
                        PageBytes.of(
                                rendering,
                                buffer.getStatus(),
                                buffer.head(),
                                buffer.getContentAsByteArray());
            }
        } finally {
            pages.end(rendering, made);
        }
        if (made == null) {
            buffer.copyBodyToResponse();
        } else {
            answer(made, request, response);
        }
    }

    private static void render(
            Rendering rendering,
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain)
            throws ServletException, IOException {
        try {
            ScopedValue.where(PageSources.RENDERING, rendering)
                    .call(
                            () -> {
                                chain.doFilter(request, response);
                                return true;
                            });
        } catch (ServletException | IOException | RuntimeException failed) {
            throw failed;
        } catch (Exception other) {
            throw new ServletException(other);
        }
    }

    private static void answer(
            PageBytes page, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var form = page.formFor(request.getHeader(HttpHeaders.ACCEPT_ENCODING));
        if (page.status() == 200
                && EntityTags.match(request.getHeader(HttpHeaders.IF_NONE_MATCH), form.tag())) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            form.unchanged().forEach(it -> response.setHeader(it.nameText(), it.valueText()));
            return;
        }
        response.setStatus(page.status());
        form.headers().forEach(it -> response.setHeader(it.nameText(), it.valueText()));
        response.setContentLength(page.length(form));
        if (!request.getMethod().equals("HEAD")) {
            response.getOutputStream().write(page.body(form));
        }
    }

    /** Holds back what is answered, and remembers its head. */
    private static final class Answer extends ContentCachingResponseWrapper {
        private @Nullable Locale language;
        private boolean failed;

        Answer(HttpServletResponse response) {
            super(response);
        }

        @Override
        public void setLocale(Locale locale) {
            language = locale;
            super.setLocale(locale);
        }

        @Override
        public void sendError(int status) throws IOException {
            failed = true;
            super.sendError(status);
        }

        @Override
        public void sendError(int status, String message) throws IOException {
            failed = true;
            super.sendError(status, message);
        }

        /** A page, or the word that there was one (410): not an error that another page tells. */
        boolean isWhole() {
            return !failed && (getStatus() == SC_OK || getStatus() == SC_GONE);
        }

        List<PageBytes.Header> head() {
            var head = new ArrayList<PageBytes.Header>();
            for (var name : getHeaderNames()) {
                if (!NOT_OF_THE_PAGE.contains(name.toLowerCase(Locale.ROOT))) {
                    getHeaders(name).forEach(it -> head.add(new PageBytes.Header(name, it)));
                }
            }
            if (getContentType() != null && !containsHeader(HttpHeaders.CONTENT_TYPE)) {
                head.add(new PageBytes.Header(HttpHeaders.CONTENT_TYPE, getContentType()));
            }
            if (language != null) {
                head.add(
                        new PageBytes.Header(
                                HttpHeaders.CONTENT_LANGUAGE, language.toLanguageTag()));
            }
            return head;
        }
    }
}
