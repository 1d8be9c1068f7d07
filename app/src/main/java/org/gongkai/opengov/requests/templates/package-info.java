/**
 * Letter templates as the agency keeps them (文书模板维护): versions of a whole set, who changed them
 * when and why, what changed (ADR 0191).
 *
 * <p>Desk: the agency's disclosure office.
 */
@NullMarked
package org.gongkai.opengov.requests.templates;

import org.jspecify.annotations.NullMarked;
