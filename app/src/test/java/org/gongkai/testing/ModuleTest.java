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
 * The whole program on a random port, with a database, a data folder and a {@link TestClock} of its
 * own and without demo data. All classes with this annotation share one running program: each makes
 * the agencies, people and rows that it needs and looks at no others.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest(
        classes = OpenGov.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "gongkai.demo-data=false")
@ContextConfiguration(initializers = TestInstallation.class)
@ExtendWith(TestClockReset.class)
public @interface ModuleTest {}
