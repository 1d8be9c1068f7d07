package org.gongkai.platform.files;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.gongkai.platform.files.persistence.StoredContents;
import org.gongkai.platform.settings.Settings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the file store together from the installation's settings (文件库装配). */
@Configuration(proxyBeanMethods = false)
class FilesConfiguration {
    private static final Duration LONGEST_READING = Duration.ofSeconds(30);

    @Bean
    ContentFolder contentFolder(Settings settings) {
        return new ContentFolder(settings.filesFolder());
    }

    @Bean
    ParserGuard parserGuard() {
        return new ParserGuard(LONGEST_READING);
    }

    @Bean
    FileStore fileStore(
            ContentFolder folder,
            StoredContents register,
            ParserGuard guard,
            List<BeforeStorage> inspections,
            Clock clock) {
        return new FileStore(folder, register, guard, inspections, clock);
    }

    @Bean
    FileSweep fileSweep(
            ContentFolder folder,
            StoredContents register,
            List<FileReferences> references,
            Clock clock) {
        return new FileSweep(folder, register, references, clock);
    }
}
