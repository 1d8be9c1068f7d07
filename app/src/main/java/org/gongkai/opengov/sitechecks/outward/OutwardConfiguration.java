package org.gongkai.opengov.sitechecks.outward;

import java.time.Clock;
import javax.sql.DataSource;
import org.gongkai.platform.settings.SiteAddress;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Who looks at other sites, and where it may go (站外链接检查配置). */
@Configuration(proxyBeanMethods = false)
class OutwardConfiguration {

    @Bean
    OutwardSettings outwardSettings(Environment environment) {
        return OutwardSettings.read(environment::getProperty);
    }

    @Bean
    OutwardWorker outwardWorker(
            OutwardSettings settings,
            OutwardRegister register,
            SiteAddress site,
            DataSource database,
            Clock clock) {
        var visitor =
                new LinkVisitor(new PublicInternet(), site.absolute("/"), LinkVisitor.PATIENCE);
        return new OutwardWorker(settings, register, visitor, database, clock);
    }
}
