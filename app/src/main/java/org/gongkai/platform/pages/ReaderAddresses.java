package org.gongkai.platform.pages;

import org.apache.catalina.valves.RemoteIpValve;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * From where a reader comes (读者来源地址): behind the reverse proxy of this machine everybody would
 * count as one, and one who floods or guesses would be everybody's (ADR 0210). The proxy's {@code
 * X-Forwarded-For} is believed where the connection comes from this machine, and from nowhere else;
 * its other headers never are.
 */
@Configuration(proxyBeanMethods = false)
class ReaderAddresses {
    private static final String THIS_MACHINE =
            "127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}|::1|0:0:0:0:0:0:0:1";

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> readerAddress() {
        return factory -> factory.addEngineValves(behindThisMachine());
    }

    private static RemoteIpValve behindThisMachine() {
        var valve = new RemoteIpValve();
        valve.setInternalProxies(THIS_MACHINE);
        valve.setRemoteIpHeader("X-Forwarded-For");
        valve.setProtocolHeader(null);
        valve.setHostHeader(null);
        valve.setPortHeader(null);
        return valve;
    }
}
