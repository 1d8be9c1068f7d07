package org.gongkai.opengov;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;

/** Gongkai (公开): the whole open-government work of an agency in one program. */
@Modulithic(systemName = "Gongkai", additionalPackages = "org.gongkai.platform")
@SpringBootApplication(scanBasePackages = {"org.gongkai.opengov", "org.gongkai.platform"})
public class OpenGov {

    /** Starts the program; see {@code docs/guides/run.md} for its settings. */
    public static void main(String[] arguments) {
        SpringApplication.run(OpenGov.class, arguments);
    }
}
