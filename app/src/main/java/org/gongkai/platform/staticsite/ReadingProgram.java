package org.gongkai.platform.staticsite;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Map;
import java.util.stream.Collectors;
import org.gongkai.platform.database.Database;
import org.gongkai.platform.pages.PublicAddressBook;
import org.gongkai.platform.settings.Secrets;
import org.gongkai.platform.settings.Settings;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.boot.web.server.servlet.ConfigurableServletWebServerFactory;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.Lifecycle;
import org.springframework.context.support.AbstractApplicationContext;
import org.springframework.context.support.DefaultLifecycleProcessor;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.scheduling.config.TaskManagementConfigUtils;

/**
 * The program once more, only to render pages (只读程序): beside the one that serves or while it is
 * stopped. It answers on this machine alone, does no work by itself (no schedules, no pushing, no
 * indexing), and the database lets it write nothing.
 */
final class ReadingProgram implements AutoCloseable {
    private final Database database;
    private final ConfigurableApplicationContext context;

    private ReadingProgram(Database database, ConfigurableApplicationContext context) {
        this.database = database;
        this.context = context;
    }

    /** Starts it for this installation. */
    static ReadingProgram start(Class<?> program, Settings settings)
            throws IOException, SQLException {
        var database = Database.forReading(settings, new Secrets(settings.secretsFolder()));
        try {
            var application = new SpringApplication(program);
            application.setRegisterShutdownHook(false);
            application.addInitializers(
                    context -> prepare((GenericApplicationContext) context, database));
            return new ReadingProgram(
                    database,
                    application.run(
                            "--GONGKAI_HOME=" + settings.home(),
                            // What is kept here would not hear of changes made by the running
                            // program.
                            "--GONGKAI_PAGE_MEMORY=0",
                            "--server.address=127.0.0.1",
                            "--server.shutdown=immediate",
                            "--management.server.port=-1",
                            "--logging.level.org.springframework.web.servlet.PageNotFound=error",
                            "--gongkai.counts-kept=1s",
                            "--gongkai.demo-data=false"));
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    /** Where it answers. */
    String base() {
        var server = ((WebServerApplicationContext) context).getWebServer();
        return "http://127.0.0.1:" + (server == null ? 0 : server.getPort());
    }

    /** All addresses of the site. */
    PublicAddressBook addresses() {
        return context.getBean(PublicAddressBook.class);
    }

    /** Something that this program knows. */
    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    private static void prepare(GenericApplicationContext context, Database database) {
        // Closed by whoever opened it, after the program that uses it.
        context.registerBean(
                "database",
                Database.class,
                () -> database,
                it -> ((AbstractBeanDefinition) it).setDestroyMethodName(""));
        context.registerBean(AnyPort.class, AnyPort::new);
        context.registerBean(
                AbstractApplicationContext.LIFECYCLE_PROCESSOR_BEAN_NAME,
                OnlyTheWebServer.class,
                OnlyTheWebServer::new);
        context.addBeanFactoryPostProcessor(new NoSchedules());
    }

    @Override
    public void close() throws IOException {
        context.close();
        database.close();
    }

    /** The site keeps the address of its settings; only the port that answers is another. */
    private static final class AnyPort
            implements WebServerFactoryCustomizer<ConfigurableServletWebServerFactory>, Ordered {
        @Override
        public void customize(ConfigurableServletWebServerFactory factory) {
            factory.setPort(0);
        }

        @Override
        public int getOrder() {
            return LOWEST_PRECEDENCE;
        }
    }

    /** What works by itself is ours; what answers is the framework's. */
    private static final class OnlyTheWebServer extends DefaultLifecycleProcessor {
        @Override
        protected Map<String, Lifecycle> getLifecycleBeans() {
            return super.getLifecycleBeans().entrySet().stream()
                    .filter(
                            it ->
                                    it.getValue()
                                            .getClass()
                                            .getName()
                                            .startsWith("org.springframework."))
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        }
    }

    private static final class NoSchedules implements BeanFactoryPostProcessor {
        private static final String SCHEDULES =
                TaskManagementConfigUtils.SCHEDULED_ANNOTATION_PROCESSOR_BEAN_NAME;

        @Override
        public void postProcessBeanFactory(ConfigurableListableBeanFactory factory) {
            if (factory.containsBeanDefinition(SCHEDULES)) {
                ((BeanDefinitionRegistry) factory).removeBeanDefinition(SCHEDULES);
            }
        }
    }
}
