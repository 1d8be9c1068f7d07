package org.gongkai.platform.operations;

import java.io.IOException;
import java.nio.file.Files;
import org.gongkai.platform.settings.Settings;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Notes where health and figures are asked (管理端口), for {@code ./run.sh status} and for monitoring.
 */
@Component
class ManagementPort {
    private final Settings settings;

    ManagementPort(Settings settings) {
        this.settings = settings;
    }

    @EventListener
    void note(WebServerInitializedEvent event) throws IOException {
        if ("management".equals(event.getApplicationContext().getServerNamespace())) {
            int port = event.getWebServer().getPort();
            Files.writeString(settings.home().resolve("management-port"), port + "\n");
        }
    }
}
