package org.gongkai.platform.pagecache;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.apache.catalina.Lifecycle;
import org.apache.catalina.connector.Connector;
import org.apache.coyote.ActionCode;
import org.apache.coyote.Adapter;
import org.apache.coyote.Request;
import org.apache.coyote.Response;
import org.apache.tomcat.util.http.MimeHeaders;
import org.apache.tomcat.util.net.SocketEvent;
import org.gongkai.platform.pagecache.PageBytes.RawHeader;
import org.jspecify.annotations.Nullable;

/**
 * Answers kept pages as soon as the request line and head are read (前门), on the same port, in front
 * of the container's mapping, pipeline and filters; everything else goes on to the container (ADR
 * 0120).
 */
final class FrontDoor implements Adapter {
    private static final RawHeader STRICT_TRANSPORT =
            RawHeader.of("Strict-Transport-Security", "max-age=31536000; includeSubDomains");

    private final Adapter container;
    private final Connector connector;
    private final KeptPages pages;

    private FrontDoor(Adapter container, Connector connector, KeptPages pages) {
        this.container = container;
        this.connector = connector;
        this.pages = pages;
    }

    /** Puts itself before the container of this connector. */
    static void before(Connector connector, KeptPages pages) {
        connector.addLifecycleListener(
                event -> {
                    if (event.getType().equals(Lifecycle.AFTER_INIT_EVENT)) {
                        var protocol = connector.getProtocolHandler();
                        protocol.setAdapter(new FrontDoor(protocol.getAdapter(), connector, pages));
                    }
                });
    }

    @Override
    public void service(Request request, Response response) throws Exception {
        var page = refused(response) ? null : page(request);
        if (page == null) {
            container.service(request, response);
        } else {
            answer(page, request, response);
        }
    }

    /** The connector has found something wrong with it; the container says so. */
    private static boolean refused(Response response) {
        return response.getStatus() != 200;
    }

    private @Nullable PageBytes page(Request request) {
        var method = request.getMethod();
        if (!method.equals("GET") && !method.equals("HEAD")
                || header(request, "Authorization") != null) {
            return null;
        }
        var path = request.requestURI().toString();
        var query = request.queryString();
        return path == null ? null : pages.find(query.isNull() ? path : path + '?' + query);
    }

    private void answer(PageBytes page, Request request, Response response) {
        try {
            send(page, request, response);
        } catch (IOException gone) {
            // The reader has gone; the connection is closed below.
            response.setErrorException(gone);
        }
        response.action(ActionCode.CLOSE, null);
    }

    private void send(PageBytes page, Request request, Response response) throws IOException {
        var form = page.formFor(header(request, "Accept-Encoding"));
        var head = response.getMimeHeaders();
        if (secure(request)) {
            add(head, STRICT_TRANSPORT);
        }
        if (page.status() == 200
                && EntityTags.match(header(request, "If-None-Match"), form.tag())) {
            response.setStatus(304);
            add(head, form.unchanged());
        } else {
            response.setStatus(page.status());
            add(head, form.headers());
            response.setContentLength(page.length(form));
            if (request.getMethod().equals("GET")) {
                response.doWrite(ByteBuffer.wrap(page.body(form)));
            }
        }
    }

    private boolean secure(Request request) {
        return request.scheme().isNull() ? connector.getSecure() : request.scheme().equals("https");
    }

    private static void add(MimeHeaders head, List<RawHeader> lines) {
        for (var it : lines) {
            add(head, it);
        }
    }

    private static void add(MimeHeaders head, RawHeader line) {
        head.addValue(line.name(), 0, line.name().length)
                .setBytes(line.value(), 0, line.value().length);
    }

    private static @Nullable String header(Request request, String name) {
        return request.getMimeHeaders().getHeader(name);
    }

    @Override
    public boolean prepare(Request request, Response response) throws Exception {
        return container.prepare(request, response);
    }

    @Override
    public boolean asyncDispatch(Request request, Response response, SocketEvent status)
            throws Exception {
        return container.asyncDispatch(request, response, status);
    }

    @Override
    public void log(Request request, Response response, long time) {
        container.log(request, response, time);
    }

    @Override
    public void checkRecycled(Request request, Response response) {
        container.checkRecycled(request, response);
    }

    @Override
    public String getDomain() {
        return container.getDomain();
    }
}
