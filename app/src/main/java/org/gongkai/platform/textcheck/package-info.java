/**
 * Machine reading before people read (机器校对): personal data, classification marks, document numbers,
 * dates, wording, names and titles, links, and what hides in attachments. Each hit says what,
 * where, why, and how to mend.
 *
 * <p>Law: 《政府信息公开条例》 arts. 14, 15 and 17; 个人信息保护法 art. 25; 保守国家秘密法 art. 35. Desk: the disclosure
 * office keeps the lists.
 */
@ApplicationModule(
        displayName = "Text check",
        allowedDependencies = {"api", "files", "roles", "refusals", "audit", "settings", "pages"})
@NullMarked
package org.gongkai.platform.textcheck;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
