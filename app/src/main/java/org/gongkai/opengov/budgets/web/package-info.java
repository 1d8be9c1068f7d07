/** Budgets and final accounts on pages and over the API. */
@NullMarked
package org.gongkai.opengov.budgets.web;

import org.jspecify.annotations.NullMarked;
