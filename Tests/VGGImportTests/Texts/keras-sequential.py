import keras
from keras import layers

model = keras.Sequential([
    keras.Input(shape=(64, 48, 3)),
    layers.Conv2D(16, 3, padding="same", activation="relu"),
    layers.MaxPooling2D(),
    layers.ZeroPadding2D(1),
    layers.Conv2D(32, (3, 3), activation="relu"),
    layers.MaxPooling2D((2, 2), strides=2),
    layers.Flatten(),
])
model.add(layers.Dense(64, activation="relu"))
model.add(layers.Dropout(0.25))
model.add(layers.Dense(5, activation="softmax"))
