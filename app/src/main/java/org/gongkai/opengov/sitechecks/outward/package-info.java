/**
 * Links to other sites (站外链接检查): looked at politely, a few a day, and never inside the agency's own
 * network. Off unless the operator switches it on (ADR 0156).
 *
 * <p>Source: 国办秘函〔2019〕19号 (links that cannot be opened, publishing facts 3.5); RFC 9309
 * (robots.txt).
 */
@NullMarked
package org.gongkai.opengov.sitechecks.outward;

import org.jspecify.annotations.NullMarked;
