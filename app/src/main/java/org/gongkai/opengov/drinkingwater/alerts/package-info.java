/**
 * Mail to whoever asked for it when a source fails (超标邮件提醒): confirmed by its owner, sent once a
 * month, ended by one press.
 *
 * <p>Law: 《个人信息保护法》 arts. 13–16, 47 (consent, and erasure once it is withdrawn).
 */
@NullMarked
package org.gongkai.opengov.drinkingwater.alerts;

import org.jspecify.annotations.NullMarked;
