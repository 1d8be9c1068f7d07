package org.gongkai.platform.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.gongkai.platform.refusals.Refusal;

/** Refuses a request before it has reached a controller (入口拒绝); the error page tells why. */
public final class RefusedRequest {
    static final String REFUSAL = Refusal.class.getName();

    private RefusedRequest() {}

    /** Sends the error page, or the problem, of this refusal. */
    public static void send(
            HttpServletRequest request, HttpServletResponse response, Refusal refusal)
            throws IOException {
        request.setAttribute(REFUSAL, refusal);
        response.sendError(refusal.kind().status());
    }
}
