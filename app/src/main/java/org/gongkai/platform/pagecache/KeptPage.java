package org.gongkai.platform.pagecache;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A public page that is kept (常驻页面), on its {@code @GetMapping} method. Its answer follows from the
 * path and the method's own request parameters alone, and everything it reads notes itself with
 * {@link PageSources}; a page of which that is not so is never kept.
 *
 * <p>Only an answer 200, or 410 for what was taken back, is kept, at the longest until midnight in
 * Beijing: what is in force on a day is worked out anew on the next.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface KeptPage {}
