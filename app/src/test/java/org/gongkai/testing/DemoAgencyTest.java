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
import org.springframework.test.context.ContextConfiguration;

/**
 * Like {@link ModuleTest}, with the demo agency loaded, as a newcomer finds the program, but
 * without its published documents: tests count index numbers and lines of lists.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest(
        classes = OpenGov.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"gongkai.demo-data=true", "gongkai.demo-documents=false"})
@ContextConfiguration(initializers = TestInstallation.class)
@ExtendWith(TestClockReset.class)
public @interface DemoAgencyTest {}
