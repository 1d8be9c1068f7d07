/** Pages and calls of what became of plans. */
@NullMarked
package org.gongkai.opengov.disclosures.plans.web;

import org.jspecify.annotations.NullMarked;
