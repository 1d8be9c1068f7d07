package org.gongkai.platform.pagecache;

import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts porch and front door before the container (前门安装). */
@Configuration(proxyBeanMethods = false)
class PageCacheConfiguration {

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> frontDoor(
            KeptPages pages, PageMemory memory) {
        return factory -> {
            if (memory.bytes() > 0) {
                factory.setProtocol(PorchProtocol.class.getName());
                factory.addConnectorCustomizers(
                        it -> FrontDoor.before(it, pages), it -> PorchProtocol.open(it, pages));
            }
        };
    }
}
