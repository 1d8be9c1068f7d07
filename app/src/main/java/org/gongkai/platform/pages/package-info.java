/**
 * What all pages share (页面框架): layouts, texts, what stands in head and foot of public and desk
 * pages.
 *
 * <p>Design: {@code docs/design/pages.md}. Law: 国办发〔2017〕47号 (page tags, foot area), 无障碍环境建设法 art.
 * 32.
 */
@ApplicationModule(
        displayName = "Pages",
        allowedDependencies = {"roles", "refusals", "settings"})
@NullMarked
package org.gongkai.platform.pages;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
