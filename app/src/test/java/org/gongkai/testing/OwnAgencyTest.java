package org.gongkai.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.gongkai.opengov.OpenGov;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;

/**
 * Like {@link DemoAgencyTest}, for a class that looks at everything there is: its program is its
 * own, so that it finds what it made itself and nothing that another class left.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest(
        classes = OpenGov.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "gongkai.demo-data=true",
            "gongkai.demo-documents=false",
            "gongkai.test.own=true"
        })
@ContextConfiguration(initializers = TestInstallation.class)
@DirtiesContext
@ExtendWith(TestClockReset.class)
public @interface OwnAgencyTest {}
