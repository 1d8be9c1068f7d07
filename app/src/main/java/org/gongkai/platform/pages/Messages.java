package org.gongkai.platform.pages;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The texts of all pages (页面文字): every file {@code messages/<module>.properties}, in UTF-8. */
@Configuration(proxyBeanMethods = false)
class Messages {

    @Bean
    MessageSource messageSource() throws IOException {
        var source = new ResourceBundleMessageSource();
        source.setBasenames(basenames());
        source.setDefaultEncoding(StandardCharsets.UTF_8.name());
        source.setFallbackToSystemLocale(false);
        return source;
    }

    private static String[] basenames() throws IOException {
        var files =
                new PathMatchingResourcePatternResolver()
                        .getResources("classpath*:messages/*.properties");
        return Arrays.stream(files)
                .map(Resource::getFilename)
                .map(Objects::requireNonNull)
                .map(name -> "messages/" + name.substring(0, name.lastIndexOf('.')))
                .distinct()
                .sorted()
                .toArray(String[]::new);
    }
}
