/**
 * Notices by e-mail and SMS (通知): that something happened to a request, with its number and where
 * to read the rest. An outbox written with the event, and a worker that sends; nothing in it knows
 * who asks until the moment of sending.
 */
@NullMarked
package org.gongkai.opengov.requests.notices;

import org.jspecify.annotations.NullMarked;
