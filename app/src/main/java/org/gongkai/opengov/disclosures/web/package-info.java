/** Disclosures over page and API. */
@NullMarked
package org.gongkai.opengov.disclosures.web;

import org.jspecify.annotations.NullMarked;
