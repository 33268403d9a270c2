# Files that begin as the real ones do.
printf '<!DOCTYPE html><html>Virus scan warning</html>' > drive.pth
printf '<?xml version="1.0"?><Error><Code>AccessDenied</Code></Error>' > vgg16-00b39a1b.pth
printf 'Entry not found' > hub.safetensors
: > empty.pth
printf '\211HDF\r\n\032\n\0\0\0\0\0\0\0\0' > keras.h5
printf '\223NUMPY\001\0v\0{}' > vgg19.npy
printf '\0\0\0\0\002\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0' > darknet.weights
printf '\034\0\0\0TFL3' > model.tflite
printf '\037\213\010\0\0\0\0\0' > vgg16.pth.gz
mkdir sys && printf x > sys/sys_info && tar -cf vgg19-341d7465.pth -C sys sys_info
python3 - <<'PYTHON'
import zipfile
for path, names in [
    ("vgg16.npz", ["conv1_1_W.npy", "conv1_1_b.npy"]),
    ("vgg16.keras", ["metadata.json", "config.json", "model.weights.h5"]),
    ("script.pt", ["script/data.pkl", "script/code/net.py", "script/constants.pkl"]),
    ("weights.zip", ["vgg16.pth"]),
]:
    with zipfile.ZipFile(path, "w") as archive:
        for name in names:
            archive.writestr(name, "content")
PYTHON
