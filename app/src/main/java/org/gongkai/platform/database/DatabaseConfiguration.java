package org.gongkai.platform.database;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.sql.SQLException;
import org.gongkai.platform.settings.Secrets;
import org.gongkai.platform.settings.Settings;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one way into the database for every module (数据源): as the program's own role. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {
    /** Each signature and publication is short; more would only queue inside the database. */
    private static final int CONNECTIONS = 20;

    @Bean(destroyMethod = "close")
    @ConditionalOnMissingBean(Database.class)
    Database database(Settings settings, Secrets secrets) throws IOException, SQLException {
        return Database.open(settings, secrets);
    }

    @Bean(destroyMethod = "close")
    HikariDataSource dataSource(Database database) {
        DatabaseAccess access = database.access();
        var pool = new HikariDataSource();
        pool.setPoolName("gongkai");
        pool.setJdbcUrl(access.url());
        pool.setUsername(access.application().role());
        pool.setPassword(access.application().password());
        pool.setMaximumPoolSize(CONNECTIONS);
        pool.setMinimumIdle(2);
        // The rows of a violated rule may hold personal data and stay out of messages and logs.
        pool.addDataSourceProperty("logServerErrorDetail", "false");
        return pool;
    }
}
