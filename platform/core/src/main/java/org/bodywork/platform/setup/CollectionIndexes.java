package org.bodywork.platform.setup;

import com.mongodb.client.model.IndexModel;
import java.util.List;

/** Indexes a collection cannot be right or fast without. Declared as a bean. */
public record CollectionIndexes(String collection, List<IndexModel> indexes) {}
