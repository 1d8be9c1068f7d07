/**
 * Pages and API of accounts, and what stands before them: sessions, tokens, form tokens (账号页面与接口).
 */
@NullMarked
package org.gongkai.platform.accounts.web;

import org.jspecify.annotations.NullMarked;
