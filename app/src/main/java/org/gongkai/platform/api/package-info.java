/**
 * The common rules of every call of the API (接口通则): problems, paging, versions, idempotency, dates,
 * and the OpenAPI document put together from every module's piece.
 *
 * <p>Guide: {@code docs/guides/api.md}.
 */
@ApplicationModule(
        displayName = "API",
        allowedDependencies = {"roles", "refusals", "settings", "pages"})
@NullMarked
package org.gongkai.platform.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
