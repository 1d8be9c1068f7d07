package org.gongkai.platform.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;

/**
 * What the container itself refuses, because it cannot even read the address (无法读取的请求): with the
 * security headers and a plain page of ours, and without a word about the container.
 */
@Configuration(proxyBeanMethods = false)
class UnreadableRequests {

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> unreadableRequestsPage() {
        return factory ->
                factory.addContextCustomizers(
                        context -> {
                            if (context.getParent() instanceof StandardHost host) {
                                host.setErrorReportValveClass(PlainPage.class.getName());
                            }
                        });
    }

    /** Made by the container, by its name. */
    public static final class PlainPage extends ErrorReportValve {
        private final byte[] page = page();

        @Override
        protected void report(Request request, Response response, @Nullable Throwable thrown) {
            if (response.getStatus() < 400
                    || response.getContentWritten() > 0
                    || !response.setErrorReported()) {
                return;
            }
            SecurityHeaders.write(request, response);
            response.setHeader("Cache-Control", "no-store");
            response.setContentType("text/html;charset=UTF-8");
            try {
                response.getOutputStream().write(page);
                response.finishResponse();
            } catch (IOException gone) {
                // The reader has gone; there is nobody left to tell.
                container.getLogger().debug("Nobody left to tell", gone);
            }
        }

        private static byte[] page() {
            try {
                return new ClassPathResource("errors/unreadable.html")
                        .getContentAsString(StandardCharsets.UTF_8)
                        .getBytes(StandardCharsets.UTF_8);
            } catch (IOException missing) {
                throw new UncheckedIOException(missing);
            }
        }
    }
}
