package org.gongkai.platform.settings;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Where everybody finds this site (网站地址): the beginning of every whole address that leaves it, in
 * feeds, site maps, tags, letters and codes, {@code GONGKAI_SITE}. It never follows from a request,
 * so that a page has the same bytes for everyone and nobody can put a name of his own into it.
 *
 * <p>An evaluation without the setting is found on this machine at the port that answers.
 */
@Component
public class SiteAddress implements StartupCheck {
    private final Optional<URI> chosen;
    private final boolean needed;
    private final boolean anyPort;
    private volatile int port;

    SiteAddress(Settings settings, @Value("${server.port:-1}") int serverPort) {
        this.chosen = settings.site();
        this.needed = settings.production();
        this.anyPort = serverPort == 0;
        this.port = settings.port();
    }

    /** The beginning, without a slash at its end: {@code https://sthjj.example.gov.cn}. */
    public String beginning() {
        return chosen.map(URI::toString).orElseGet(() -> "http://127.0.0.1:" + port);
    }

    /** The whole address of a path of this site, which begins with a slash. */
    public String absolute(String path) {
        return beginning() + path;
    }

    /** The site's domain (网站域名), without scheme and port. */
    public String domain() {
        return chosen.map(URI::getHost).orElse("127.0.0.1");
    }

    /** Real work has an address that outlives any machine: printed codes carry it. */
    @Override
    public List<StartProblem> problems() {
        return needed && chosen.isEmpty()
                ? List.of(StartProblem.of("settings.start.no-site"))
                : List.of();
    }

    @EventListener
    void answersAt(WebServerInitializedEvent event) {
        if (anyPort && !"management".equals(event.getApplicationContext().getServerNamespace())) {
            port = event.getWebServer().getPort();
        }
    }
}
