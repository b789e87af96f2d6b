package org.bodywork.platform.web;

import org.springdoc.core.annotations.ParameterObject;

/**
 * Which part of a list is asked for, from the query parameters {@code page} and {@code size}.
 *
 * @param page counted from 0
 * @param size 1 to 100, 20 when not given
 */
@ParameterObject
public record Paging(int page, int size) {

    static final int USUAL_SIZE = 20;
    static final int MOST_SIZE = 100;

    /** Far beyond any list, and small enough that an offset never overflows. */
    static final int LAST_PAGE = 1_000_000;

    public Paging {
        if (page < 0 || page > LAST_PAGE || size < 1 || size > MOST_SIZE) {
            throw new IllegalArgumentException("No such page: " + page + " of size " + size);
        }
    }

    /** How many items come before this page. */
    public int offset() {
        return page * size;
    }
}
